<?php

declare(strict_types=1);

?>
<div id="bluebridge-admin"></div>
