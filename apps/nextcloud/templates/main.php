<?php

// The script mounts on the content of the page.
declare(strict_types=1);
