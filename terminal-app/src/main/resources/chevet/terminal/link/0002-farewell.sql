-- Stays whose erasing has begun; the row goes in the transaction that keeps the receipt.
create table farewell (
    stay text primary key,
    unsent integer not null
) without rowid;
