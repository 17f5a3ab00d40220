-- Portable: ${bytes} is blob on SQLite and bytea on PostgreSQL; instants are milliseconds since 1970.

create table meta (
    name varchar(40) not null primary key,
    value varchar(200) not null
);

-- One row per stream, also after its end: numbers never begin again, so that an old cursor is known
-- as old. A cursor below "floor" may have missed a tombstone that is gone.
create table sync_stream (
    stream varchar(80) not null primary key,
    head bigint not null,
    floor bigint not null
);

-- The newest event of each key. A tombstone has no body. Bodies of stays are sealed under the key of
-- the stay. "place" orders the events of all streams by commit.
create table sync_event (
    stream varchar(80) not null,
    item varchar(120) not null,
    number bigint not null,
    place bigint not null,
    type varchar(80) not null,
    body ${bytes},
    happened_at bigint not null,
    primary key (stream, item)
);

create unique index sync_event_number on sync_event (stream, number);
create unique index sync_event_place on sync_event (place);

-- How far the commands of a terminal's outbox have come.
create table sync_series (
    terminal varchar(64) not null,
    series varchar(64) not null,
    last bigint not null,
    heard_at bigint not null,
    primary key (terminal, series)
);

-- What became of each command, for its repeats. "about" is sealed where the command was for a stay.
create table sync_outcome (
    terminal varchar(64) not null,
    command varchar(64) not null,
    series varchar(64) not null,
    number bigint not null,
    status varchar(10) not null,
    code varchar(80),
    stay varchar(64),
    about ${bytes},
    decided_at bigint not null,
    primary key (terminal, command)
);

create index sync_outcome_age on sync_outcome (decided_at);
