-- Stays and who lies where. Instants are milliseconds since 1970; "patient" is sealed under the
-- key of the stay.

create table stay (
    id varchar(64) not null primary key,
    patient ${bytes} not null,
    admitted_at bigint not null,
    admitted_by varchar(80) not null,
    discharged_at bigint,
    discharged_by varchar(80),
    key_until bigint
);

create index stay_key_until on stay (key_until);

-- The history of beds: a row for each bed that a stay has lain in; "until" is null where it lies now.
create table stay_bed (
    stay varchar(64) not null,
    ward varchar(64) not null,
    bed varchar(64) not null,
    since bigint not null,
    until bigint,
    moved_by varchar(80) not null
);

create index stay_bed_stay on stay_bed (stay, since);
create unique index stay_bed_one_stay_a_bed on stay_bed (bed) where until is null;
create unique index stay_bed_one_bed_a_stay on stay_bed (stay) where until is null;

-- What each terminal was last told of its bed, so that a change of the configuration is noticed.
create table stay_told (
    terminal varchar(64) not null primary key,
    bed varchar(64) not null,
    stay varchar(64)
);
