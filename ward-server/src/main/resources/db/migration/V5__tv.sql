-- Television. Instants are milliseconds since 1970, dates ISO 8601; "body" of tv_access and
-- tv_favourites is sealed under the key of the stay.

-- What was read last: 'channels' and 'guide'. "content" is what was taken, packed; what was refused
-- later leaves it as it is. "report" is of the last try.
create table tv_feed (
    feed varchar(16) not null primary key,
    content ${bytes},
    taken_from varchar(1000),
    taken_at bigint,
    tried_from varchar(1000) not null,
    tried_at bigint not null,
    state varchar(16) not null,
    found integer not null,
    report text not null
);

create table tv_channel (
    id varchar(64) not null primary key,
    body text not null
);

create table tv_pack (
    id varchar(64) not null primary key,
    body text not null
);

-- Which object holds which day; days before today are let go.
create table tv_guide (
    channel varchar(64) not null,
    guide_date varchar(10) not null,
    body text not null,
    primary key (channel, guide_date)
);

-- What each ward's terminals were last told.
create table tv_rules (
    ward varchar(64) not null primary key,
    body text not null
);

create table tv_access (
    stay varchar(64) not null primary key,
    body ${bytes} not null,
    set_by varchar(80) not null,
    set_at bigint not null
);

create table tv_favourites (
    stay varchar(64) not null primary key,
    body ${bytes} not null
);
