-- grain: one row, once marts were built
-- why: Marts are built again only if the core tables or the definitions have changed since.
create table if not exists internal.mart_state (
    content varchar not null
);

comment on table internal.mart_state is 'One row, once marts were built: from what.';
comment on column internal.mart_state.content is
'Hash of the core tables and definitions that the marts were built from.';
