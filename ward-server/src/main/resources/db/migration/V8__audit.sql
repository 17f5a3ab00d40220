-- The audit: rows are appended and never changed. "hash" is SHA-256 over the hash of the row before
-- and this row's canonical bytes. Instants are milliseconds since 1970.
create table audit_entry (
    number bigint not null primary key,
    at bigint not null,
    event varchar(40) not null,
    actor varchar(160) not null,
    role varchar(200) not null,
    session varchar(64) not null,
    terminal varchar(64) not null,
    ward varchar(64) not null,
    stay varchar(64) not null,
    subject varchar(200) not null,
    allowed integer not null,
    reason varchar(80) not null,
    hash ${bytes} not null
);

create index audit_entry_stay on audit_entry (stay, number);
create index audit_entry_actor on audit_entry (actor, number);

-- Signed by the server's key (Ed25519): up to this number, the hash was this.
create table audit_checkpoint (
    number bigint not null primary key,
    at bigint not null,
    hash ${bytes} not null,
    signature ${bytes} not null
);
