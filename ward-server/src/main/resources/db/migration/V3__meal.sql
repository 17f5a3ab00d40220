-- Dishes, menus, food profiles and trays. Instants are milliseconds since 1970, dates ISO 8601;
-- "body" of profiles and trays is sealed under the key of the stay.

create table meal_dish (
    id varchar(64) not null primary key,
    body text not null
);

-- The cycle of menus: what is proposed on its day 1, 2, … (1 is a Monday).
create table meal_cycle (
    cycle_day integer not null,
    service varchar(20) not null,
    course varchar(20) not null,
    body text not null,
    primary key (cycle_day, service, course)
);

-- One row: on which Monday day 1 of the cycle fell.
create table meal_cycle_begin (
    id integer not null primary key,
    monday varchar(10) not null
);

-- What is on in a ward: yesterday to the end of the horizon.
create table meal_menu (
    ward varchar(64) not null,
    menu_date varchar(10) not null,
    service varchar(20) not null,
    body text not null,
    primary key (ward, menu_date, service)
);

create table meal_profile (
    stay varchar(64) not null primary key,
    body ${bytes} not null,
    set_by varchar(80) not null,
    set_at bigint not null
);

-- "closed_in" is the ward whose kitchen closed the service with this tray; it is not judged any
-- more from then on.
create table meal_tray (
    stay varchar(64) not null,
    menu_date varchar(10) not null,
    service varchar(20) not null,
    body ${bytes} not null,
    chosen_at bigint,
    closed_in varchar(64),
    primary key (stay, menu_date, service)
);

create index meal_tray_service on meal_tray (menu_date, service);

-- A closed service: numbers only, nothing of any stay.
create table meal_closing (
    ward varchar(64) not null,
    menu_date varchar(10) not null,
    service varchar(20) not null,
    closed_at bigint not null,
    closed_by varchar(80) not null,
    menu text not null,
    chosen integer not null,
    by_default integer not null,
    held integer not null,
    fasting integer not null,
    primary key (ward, menu_date, service)
);

-- What was plated, in the order of the sheet; texture and thickness are IDDSI levels, -1 for none.
create table meal_plated (
    ward varchar(64) not null,
    menu_date varchar(10) not null,
    service varchar(20) not null,
    line integer not null,
    texture integer not null,
    thickness integer not null,
    course varchar(20) not null,
    dish text not null,
    replacement integer not null,
    portions integer not null,
    primary key (ward, menu_date, service, line, texture, thickness)
);
