<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Web;

use Exception;
use OCP\AppFramework\Controller;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\AnonRateLimit;
use OCP\AppFramework\Http\Attribute\ARateLimit;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\NoCSRFRequired;
use OCP\AppFramework\Http\Attribute\PublicPage;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\Attribute\UseSession;
use OCP\AppFramework\Http\Response;
use OCP\AppFramework\Middleware;
use OCP\AppFramework\OCSController;
use OCA\Bluebridge\Tests\Kit\Container;
use OCA\Bluebridge\Tests\Kit\Host\SetClock;
use OCA\Bluebridge\Tests\Kit\People\Groups;
use OCA\Bluebridge\Tests\Kit\People\Session;
use ReflectionNamedType;

/** Answers a request as Nextcloud does: its own checks first, then the app's middlewares, then the method. */
final class Dispatcher
{
    /** @var array<string, list<int>> moments of requests, by what they are counted as */
    private array $counted = [];

    /** @param list<class-string<Middleware>> $middlewares in the order of their registration */
    public function __construct(
        private readonly Container $container,
        private readonly Routes $routes,
        private readonly array $middlewares,
    ) {
    }

    /**
     * @param array<string, mixed> $params
     * @param array<string, string> $headers
     */
    public function send(string $verb, string $path, array $params = [], array $headers = []): Response
    {
        $route = $this->routes->find($verb, $path);
        if ($route === null) {
            return new Response(Http::STATUS_NOT_FOUND);
        }
        // A body of JSON wins over what stands in the address, as in Nextcloud.
        $isJson = str_starts_with($path, '/ocs/') && !in_array($verb, ['GET', 'DELETE'], true);
        $params = $isJson ? $params + (array) $route->match($path) : $route->match($path) + $params;
        $this->container->forgetApp();
        $this->container->get(SentRequest::class)->become($verb, $path, $params, $headers + $this->usualHeaders($route));
        try {
            $this->check($route);
        } catch (Refusal $refusal) {
            return new Response($refusal->status);
        }

        $response = $this->answer($route, $params);
        if (self::isApi($route)) {
            Description::shared()->check($route, $response);
        }

        return $response;
    }

    private static function isApi(FoundRoute $route): bool
    {
        return $route->method->getDeclaringClass()->isSubclassOf(OCSController::class);
    }

    /** @return array<string, string> */
    private function usualHeaders(FoundRoute $route): array
    {
        return self::isApi($route) ? ['OCS-APIRequest' => 'true', 'Accept' => 'application/json'] : ['Accept' => 'text/html'];
    }

    /** @throws Refusal */
    private function check(FoundRoute $route): void
    {
        $user = $this->container->get(Session::class)->getUser();
        if (!$route->isOpenTo(PublicPage::class)) {
            if ($user === null) {
                throw new Refusal(Http::STATUS_UNAUTHORIZED);
            }
            if (!$route->isOpenTo(NoAdminRequired::class) && !$this->container->get(Groups::class)->isAdmin($user->getUID())) {
                throw new Refusal(Http::STATUS_FORBIDDEN);
            }
        }
        if (!$route->isOpenTo(NoCSRFRequired::class) && !$this->container->get(SentRequest::class)->passesCSRFCheck()) {
            throw new Refusal(Http::STATUS_PRECONDITION_FAILED);
        }
        $this->limit($route, $user === null ? AnonRateLimit::class : UserRateLimit::class, $user?->getUID());
    }

    /** @param class-string<ARateLimit> $attribute */
    private function limit(FoundRoute $route, string $attribute, ?string $user): void
    {
        $limit = ($route->method->getAttributes($attribute)[0] ?? null)?->newInstance();
        if ($limit === null) {
            return;
        }
        $who = $user ?? $this->container->get(SentRequest::class)->getRemoteAddress();
        $now = $this->container->get(SetClock::class)->getTime();
        $key = "{$route->name} {$who}";
        $recent = array_filter($this->counted[$key] ?? [], static fn (int $moment): bool => $moment > $now - $limit->getPeriod());
        if (count($recent) >= $limit->getLimit()) {
            throw new Refusal(Http::STATUS_TOO_MANY_REQUESTS);
        }
        $this->counted[$key] = [...array_values($recent), $now];
    }

    /** @param array<string, mixed> $params */
    private function answer(FoundRoute $route, array $params): Response
    {
        $controller = $this->container->get($route->method->getDeclaringClass()->getName());
        assert($controller instanceof Controller);
        $middlewares = array_map($this->container->get(...), $this->middlewares);
        $name = $route->method->getName();
        $session = $this->container->get(Session::class);
        try {
            if ($route->isOpenTo(UseSession::class)) {
                $session->open();
            }
            foreach ($middlewares as $middleware) {
                $middleware->beforeController($controller, $name);
            }
            $response = $route->method->invokeArgs($controller, self::argumentsOf($route, $params));
        } catch (Exception $exception) {
            $response = self::afterException($middlewares, $controller, $name, $exception);
        } finally {
            $session->close();
        }
        foreach (array_reverse($middlewares) as $middleware) {
            $response = $middleware->afterController($controller, $name, $response);
        }

        return $response;
    }

    /** @param list<Middleware> $middlewares */
    private static function afterException(array $middlewares, Controller $controller, string $name, Exception $exception): Response
    {
        foreach (array_reverse($middlewares) as $middleware) {
            try {
                return $middleware->afterException($controller, $name, $exception);
            } catch (Exception $next) {
                $exception = $next;
            }
        }
        throw $exception;
    }

    /**
     * @param array<string, mixed> $params
     * @return array<string, mixed>
     */
    private static function argumentsOf(FoundRoute $route, array $params): array
    {
        $arguments = [];
        foreach ($route->method->getParameters() as $parameter) {
            $name = $parameter->getName();
            $value = $params[$name] ?? ($parameter->isDefaultValueAvailable() ? $parameter->getDefaultValue() : null);
            $type = $parameter->getType();
            // As in Nextcloud, texts of forms and addresses become what the method wants.
            $arguments[$name] = match (is_scalar($value) && $type instanceof ReflectionNamedType ? $type->getName() : '') {
                'int' => (int) $value,
                'float' => (float) $value,
                'bool' => !in_array($value, ['', '0', 0, 'false', false], true),
                default => $value,
            };
        }

        return $arguments;
    }
}
