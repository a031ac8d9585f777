<?php

declare(strict_types=1);

namespace OCP\AppFramework;

use OCP\IRequest;

abstract class Controller
{
    /** @var string */
    protected $appName;

    /** @var IRequest */
    protected $request;

    /** @param string $appName */
    public function __construct($appName, IRequest $request)
    {
        $this->appName = $appName;
        $this->request = $request;
    }

    /**
     * Gives the response in a format; tests look at what is in it.
     *
     * @param mixed $response
     * @param string $format
     * @return Http\Response
     */
    public function buildResponse($response, $format = 'json')
    {
        return $response instanceof Http\Response ? $response : new Http\DataResponse($response);
    }
}
