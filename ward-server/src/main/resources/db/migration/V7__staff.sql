-- The staff directory, wrong PINs, broken glasses, and who opened which record. Instants are
-- milliseconds since 1970; days are written 2026-11-21.
create table staff_person (
    id varchar(64) not null primary key,
    name varchar(120) not null,
    profile varchar(64) not null,
    all_wards integer not null,
    wards varchar(4000) not null,
    valid_from varchar(10),
    valid_until varchar(10)
);

-- Keys are SubjectPublicKeyInfo in base64. A card that was withdrawn stays, so that it is known.
create table staff_card (
    serial varchar(64) not null primary key,
    person varchar(64) not null references staff_person (id),
    key_9a varchar(400) not null unique,
    key_9e varchar(400) unique,
    since bigint not null,
    withdrawn_at bigint,
    withdrawn_why varchar(20)
);

create index staff_card_person on staff_card (person);

-- Each wrong PIN by the id of its act, since the last right one.
create table staff_try (
    card varchar(64) not null references staff_card (serial) on delete cascade,
    act varchar(64) not null,
    at bigint not null,
    primary key (card, act)
);

-- "words" are sealed under the key of the stay.
create table staff_glass (
    id varchar(64) not null primary key,
    at bigint not null,
    until bigint not null,
    person varchar(64) not null,
    profile varchar(64) not null,
    terminal varchar(64) not null,
    ward varchar(64) not null,
    bed varchar(64) not null,
    stay varchar(64) not null,
    cause varchar(20) not null,
    words ${bytes} not null,
    reviewed_at bigint,
    reviewed_by varchar(64),
    verdict varchar(20),
    note varchar(1000)
);

create index staff_glass_open on staff_glass (reviewed_at, at);

-- What the patient is shown: one row for each session that read the record.
create table staff_opening (
    stay varchar(64) not null,
    session varchar(64) not null,
    at bigint not null,
    profile varchar(64) not null,
    emergency integer not null,
    primary key (stay, session)
);
