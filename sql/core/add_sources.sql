-- grain: one row per staged outlet that is not known yet
-- reads: staged_sources, core.sources
-- why: An outlet keeps the name that it was met under first.
insert into core.sources by name
select
    staged.source_id,
    staged.source_name,
    staged.domain,
    staged.country_code,
    staged.is_state_controlled
from staged_sources as staged
anti join core.sources as known
    on staged.source_id = known.source_id
