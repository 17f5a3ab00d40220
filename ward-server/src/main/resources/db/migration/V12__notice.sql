-- Urgent notices that still stand. Instants are milliseconds since 1970.
create table ward_notice (
    ward varchar(64) not null,
    id varchar(64) not null,
    until_at bigint not null,
    written_by varchar(80) not null,
    body text not null,
    primary key (ward, id)
);
