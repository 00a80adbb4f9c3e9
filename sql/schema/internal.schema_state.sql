-- grain: one row
-- why: Opening the store runs these files only if they have changed since.
create table if not exists internal.schema_state (
    definitions varchar not null
);

comment on table internal.schema_state is 'One row: which definitions the tables were made by.';
comment on column internal.schema_state.definitions is 'SHA-256 over the SQL files of the schema, hex.';
