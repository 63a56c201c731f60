<?php
$presets['corp'] = [ 'password' => '@@PASSWORD@@', 'url' => 'https://ical.example.org/' ];
