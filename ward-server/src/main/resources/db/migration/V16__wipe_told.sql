-- Where the terminal's stream stood when the stay left it: a receipt of before says nothing of this leaving.
-- Null in rows of before.
alter table stay_wipe add column told_epoch varchar(200);
alter table stay_wipe add column told_number bigint;
