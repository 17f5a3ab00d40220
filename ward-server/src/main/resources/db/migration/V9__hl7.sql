-- What the hospital's HL7 v2 feed has told, and what terminals have erased. Instants are
-- milliseconds since 1970. Numbers of patients and visits stand here as keyed hashes only; "body" is
-- sealed under the feed's own key.

-- Everything that was told of a visit. "stay" is empty where it never had a bed of ours, and again
-- when the stay is erased.
create table hl7_visit (
    visit varchar(64) not null primary key,
    person varchar(64) not null,
    stay varchar(64),
    body ${bytes} not null,
    told_at bigint not null,
    named_at bigint not null,
    over_since bigint
);

create index hl7_visit_person on hl7_visit (person);
create unique index hl7_visit_stay on hl7_visit (stay) where stay is not null;

-- The last coming of each visit into each bed; also of stays from the console, as "stay:<id>".
create table hl7_claim (
    bed varchar(64) not null,
    visit varchar(80) not null,
    came_at bigint not null,
    told_at bigint not null,
    here integer not null,
    primary key (bed, visit)
);

create index hl7_claim_visit on hl7_claim (visit);

-- Numbers of patients that were merged into another.
create table hl7_merged (
    person varchar(64) not null primary key,
    survivor varchar(64) not null
);

-- Messages that were taken, so that a repeat changes nothing.
create table hl7_taken (
    sender varchar(64) not null,
    control varchar(64) not null,
    digest varchar(64) not null,
    taken_at bigint not null,
    primary key (sender, control)
);

create index hl7_taken_age on hl7_taken (taken_at);

-- Messages that wait for somebody: unreadable ones, and beds that nobody knows.
create table hl7_held (
    id varchar(64) not null primary key,
    reason varchar(40) not null,
    digest varchar(64) not null,
    event varchar(20) not null,
    times integer not null,
    first_at bigint not null,
    last_at bigint not null,
    body ${bytes} not null
);

create unique index hl7_held_digest on hl7_held (digest);

-- What a terminal had to erase, and its signed word that it has. "receipt" is what was signed.
create table stay_wipe (
    stay varchar(64) not null,
    terminal varchar(64) not null,
    bed varchar(64) not null,
    due_since bigint not null,
    wiped_at bigint,
    received_at bigint,
    receipt text,
    primary key (stay, terminal)
);

create index stay_wipe_terminal on stay_wipe (terminal, due_since);
