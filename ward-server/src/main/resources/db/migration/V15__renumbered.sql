-- 1 while something may be kept of whoever has the number that this stay had by mistake.
alter table record_patient add column renumbered integer not null default 0;
