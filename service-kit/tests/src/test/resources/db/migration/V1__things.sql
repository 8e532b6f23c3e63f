create table thing (id text primary key, revision bigint not null, note text not null check (note <> 'unexpected'));
