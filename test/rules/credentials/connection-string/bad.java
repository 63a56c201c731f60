String url = "jdbc:oracle:thin:app/@@ALNUM20@@@db.acme.io:1521:shop";
