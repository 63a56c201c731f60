CREATE USER app IDENTIFIED BY 'changeme';
SELECT password FROM users WHERE name = 'joe';
