-- Where it is null, nobody knows from when on a webhook is told of events: an instance of a version from before V11 makes it
-- so, beside this one. Nothing is kept from such a webhook. Those that have been here for a day have a time: what waits to
-- be published now is older than they are, or they are. Of younger ones there may be events that are published and not read
-- yet.
update webhook
set told_from = least(created_at, (select min(created_at) from outbox where topic = 'plumbline.decisions.v1'))
where told_from is null and created_at < now() - interval '1 day';
