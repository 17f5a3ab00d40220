create table meta (
    only_row integer primary key check (only_row = 1),
    boot integer not null,
    series text not null,
    last_number integer not null,
    current_at integer
);
create table outbox (
    number integer primary key,
    id text not null,
    stay text,
    tapped_at integer not null,
    type text not null,
    body blob not null
);
create table cursor (
    stream text primary key,
    epoch text not null,
    number integer not null
) without rowid;
create table replica (
    stream text not null,
    key text not null,
    type text not null,
    number integer not null,
    body blob not null,
    primary key (stream, key)
);
