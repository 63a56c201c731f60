BROKER = "amqp://app:@@ALNUM20@@@mq.acme.io:5672/shop"
CACHE = "rediss://:@@ALNUM20:2@@@cache.acme.io:6379/0"
LDAP = "ldaps://cn=app:@@ALNUM20:3@@@ldap.acme.io"
LOCAL = "redis://:@@ALNUM20:4@@@localhost:6379"
