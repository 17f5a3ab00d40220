-- Orders for food that the hospital's HL7 v2 feed has told, by visit. "body" is sealed under the key
-- of the stay; under the feed's own until the patient has come. Instants are milliseconds since 1970.
create table hl7_diet (
    visit varchar(64) not null primary key,
    stay varchar(64),
    body ${bytes} not null,
    told_at bigint not null,
    due_at bigint
);

create index hl7_diet_stay on hl7_diet (stay);
create index hl7_diet_due on hl7_diet (due_at);
