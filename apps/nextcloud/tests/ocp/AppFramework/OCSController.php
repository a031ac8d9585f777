<?php

declare(strict_types=1);

namespace OCP\AppFramework;

use OCP\IRequest;

abstract class OCSController extends Controller
{
    /** @param string $appName */
    public function __construct(
        $appName,
        IRequest $request,
        $corsMethods = 'PUT, POST, GET, DELETE, PATCH',
        $corsAllowedHeaders = 'Authorization, Content-Type, Accept, OCS-APIRequest',
        $corsMaxAge = 1728000,
    ) {
        parent::__construct($appName, $request);
    }
}
