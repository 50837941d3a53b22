"""Links join things of different features: a service and the practices used in it,
a workshop and the services it is about."""
