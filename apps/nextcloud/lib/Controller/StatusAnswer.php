<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Controller;

use OCA\Bluebridge\Meeting\DoorSigns;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\Http\JSONResponse;
use OCP\AppFramework\Http\Response;

/**
 * The answer to whoever looks at a room again and again.
 *
 * @phpstan-import-type DoorSign from DoorSigns
 */
final class StatusAnswer
{
    /** When to look after something was done, ms. */
    public const SOON = 5_000;

    /**
     * Gives the sign with a tag, which stays the same for as long as there is nothing new. When to ask
     * again is in a header as well, for answers that have no body.
     *
     * @param DoorSign $sign
     */
    public static function of(array $sign, int $againIn): DataResponse
    {
        return self::tagged(new DataResponse($sign + ['nextLookMs' => $againIn]), $sign, $againIn);
    }

    /**
     * Gives the same to pages of people who are not logged in.
     *
     * @param DoorSign $sign
     */
    public static function plain(array $sign, int $againIn): JSONResponse
    {
        return self::tagged(new JSONResponse($sign + ['nextLookMs' => $againIn]), $sign, $againIn);
    }

    /**
     * @template T of Response
     * @param T $response
     * @param DoorSign $sign
     * @return T
     */
    private static function tagged(Response $response, array $sign, int $againIn): Response
    {
        $response->setETag(substr(hash('sha256', json_encode($sign, JSON_THROW_ON_ERROR | JSON_INVALID_UTF8_SUBSTITUTE)), 0, 32));
        $response->addHeader('Bluebridge-Ask-After', (string) $againIn);
        $response->addHeader('Cache-Control', 'private, no-cache');

        return $response;
    }
}
