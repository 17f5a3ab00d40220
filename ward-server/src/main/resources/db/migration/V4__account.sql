-- Accounts of the ward's console, and the sessions of the browsers that are logged in.
create table account (
    id varchar(64) not null primary key,
    login varchar(64) not null unique,
    name varchar(200) not null,
    roles varchar(200) not null,
    all_wards integer not null,
    wards varchar(4000) not null,
    language varchar(8),
    password varchar(200) not null,
    must_change integer not null,
    closed integer not null,
    failures integer not null,
    locked_until bigint not null,
    created_at bigint not null
);

create table console_session (
    id varchar(64) not null primary key,
    account varchar(64) not null references account (id) on delete cascade,
    csrf varchar(64) not null,
    opened_at bigint not null,
    seen_at bigint not null
);

create index console_session_account on console_session (account);
