-- What the hospital's record is asked for. Nothing of the record itself is kept: only the number to
-- ask by, and what it says of food, which the meals need. Both are sealed under the key of the stay.

create table record_patient (
    stay varchar(64) not null primary key,
    number ${bytes} not null
);

-- One row for each source of a stay's food ("hand" is what a person has set).
create table meal_source (
    stay varchar(64) not null,
    source varchar(20) not null,
    body ${bytes} not null,
    taken_at bigint not null,
    primary key (stay, source)
);
