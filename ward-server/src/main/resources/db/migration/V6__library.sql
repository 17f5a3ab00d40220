-- Films and what patients did with them. Instants are milliseconds since 1970; "body" of a care is
-- sealed under the key of the stay.

-- Every version that ever was, since answers may come late for an old one; one of each is newest.
create table library_film (
    film varchar(64) not null,
    version varchar(64) not null,
    newest integer not null,
    imported_at bigint not null,
    body text not null,
    primary key (film, version)
);

create table library_care (
    stay varchar(64) not null,
    film varchar(64) not null,
    body ${bytes} not null,
    primary key (stay, film)
);
