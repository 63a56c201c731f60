<?php
define( 'DB_PASSWORD', '@@ALNUM20@@' );
$config['smtp_password'] = '@@ALNUM20:2@@';
