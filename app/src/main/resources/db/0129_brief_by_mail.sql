-- Which officers get the brief by mail: a handful among all subscriptions, asked for every minute and on the page of the brief.
create index subscription_of_briefs on subscription (jurisdiction, topic) where topic like 'brief:%';
