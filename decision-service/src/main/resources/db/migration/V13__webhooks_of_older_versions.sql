-- Where it is null, nobody knows from when on a webhook is told of events: an instance of a version from before V11 makes it
-- so, beside this one. Nothing is kept from such a webhook. Those that are here already have a time: what waits to be
-- published now is older than they are, or they are.
update webhook
set told_from = least(created_at, (select min(created_at) from outbox where topic = 'plumbline.decisions.v1'))
where told_from is null;
