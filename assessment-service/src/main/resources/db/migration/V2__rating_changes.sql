-- Marks in whose place their rater put others. No words: criteria and numbers.
create table rating_change (
    id uuid primary key,
    written_answer_id uuid not null references written_answer,
    rater text not null,
    ratings_before text not null,
    ratings_after text not null,
    changed_at timestamptz not null
);
create index rating_change_of_answer on rating_change (written_answer_id, id);
