<?php

/** @var array{text: string} $_ */

declare(strict_types=1);

?>
<div class="guest-box">
    <p role="status"><?php p($_['text']); ?></p>
</div>
