<?php
return ['api_key' => 'Klucz API', 'changepassword' => 'Password jijjiiruu'];
