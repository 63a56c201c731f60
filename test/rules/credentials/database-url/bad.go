db, err := sql.Open("mysql", "app:@@ALNUM20@@@tcp(db.acme.io:3306)/shop")
