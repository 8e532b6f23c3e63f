-- Since when a webhook is no more for anybody: its deliveries are taken away by the chunk, and then its row.
alter table webhook add column removed_at timestamptz;
create index webhook_removed on webhook (id) where removed_at is not null;
-- A range is sent again by the chunk, in the order that its deliveries have.
create index webhook_delivery_position on webhook_delivery (webhook_id, position);
