-- By which number the hospital knows a patient whom the console has admitted, and for which number an
-- order for food came. Numbers stand here as keyed hashes only.
create table hl7_number (
    stay varchar(64) not null primary key,
    number varchar(64) not null
);

create index hl7_number_number on hl7_number (number);

alter table hl7_diet add column number varchar(64);

create index hl7_diet_number on hl7_diet (number);
