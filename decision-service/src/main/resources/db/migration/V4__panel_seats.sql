-- Who is on a panel of which application and still owes it a rating: what its facts say, by person, so that a ranking, an
-- export, a report or the stream can leave out what a reader may not see yet. Written with the application's row.
create table panel_seat (
    person text not null,
    application_id uuid not null,
    primary key (person, application_id)
);
create index panel_seat_of_application on panel_seat (application_id);

-- What the facts that are there already say. They are arrays, by kind: ["P", revision, question, [rater, ...]] for a panel,
-- ["R", revision, question, rater, rating] for a rating, where null is "not applicable"; a tombstone ends before its
-- content. Who is on the panel of a question and has answered it, by whatever rating, owes none.
insert into panel_seat (person, application_id)
select distinct seat.person, application.id
from application
cross join lateral (
    select case when octet_length(facts) > 0 then convert_from(facts, 'UTF8')::jsonb else '[]'::jsonb end as facts
    offset 0) as known
cross join lateral (
    select rater.person
    from jsonb_array_elements(known.facts) as panel (fact)
    cross join lateral jsonb_array_elements_text(
        case when panel.fact ->> 0 = 'P' and jsonb_typeof(panel.fact -> 3) = 'array' then panel.fact -> 3
            else '[]'::jsonb end) as rater (person)
    where not exists (
        select from jsonb_array_elements(known.facts) as rating (fact)
        where rating.fact ->> 0 = 'R' and rating.fact ->> 2 = panel.fact ->> 2 and rating.fact ->> 3 = rater.person
            and jsonb_array_length(rating.fact) > 4)) as seat;
