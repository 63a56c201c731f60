<?php
$link = mysqli_connect("db.acme.io", "app", "@@ALNUM24@@", "shop");
$pdo = new PDO("mysql:host=db.acme.io", "app", "@@ALNUM24:2@@");
$mac = hash_hmac("sha256", $body, "@@ALNUM24:3@@");
define( 'NONCE_SALT', '@@ALNUM64@@' );
