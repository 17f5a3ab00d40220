-- What patients ask for, who cares for them today and what is arranged for them. Instants are
-- milliseconds since 1970; "body" is sealed under the key of the stay, but for teams, which all of
-- a ward may read.

create table request (
    id varchar(64) not null primary key,
    stay varchar(64) not null,
    made_at bigint not null,
    over_at bigint,
    body ${bytes} not null
);

create index request_stay on request (stay, made_at);
create index request_over on request (over_at);

create table request_team (
    ward varchar(64) not null,
    day varchar(10) not null,
    body text not null,
    set_by varchar(80) not null,
    set_at bigint not null,
    primary key (ward, day)
);

create table request_day (
    stay varchar(64) not null,
    part varchar(80) not null,
    body ${bytes} not null,
    primary key (stay, part)
);
