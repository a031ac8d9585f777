<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Controller;

use OCA\Bluebridge\AppInfo\Application;
use OCA\Bluebridge\Exception\Problem;
use OCA\Bluebridge\Seats\AccountGauges;
use OCA\Bluebridge\Seats\Accounts;
use OCA\Bluebridge\Seats\AccountTermsStore;
use OCA\Bluebridge\Settings\AdminSettings;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\AuthorizedAdminSetting;
use OCP\AppFramework\Http\Attribute\PasswordConfirmationRequired;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** The accounts on meeting servers in the API, for administrators: seats, and what was agreed. */
final class AccountsController extends OCSController
{
    public function __construct(
        IRequest $request,
        private readonly Accounts $accounts,
        private readonly AccountGauges $gauges,
        private readonly AccountTermsStore $terms,
    ) {
        parent::__construct(Application::APP_ID, $request);
    }

    #[AuthorizedAdminSetting(settings: AdminSettings::class)]
    #[ApiRoute(verb: 'GET', url: '/api/v1/admin/accounts')]
    public function index(): DataResponse
    {
        return new DataResponse($this->gauges->all());
    }

    /** What is left out is as usual. */
    #[AuthorizedAdminSetting(settings: AdminSettings::class)]
    #[PasswordConfirmationRequired]
    #[ApiRoute(verb: 'PUT', url: '/api/v1/admin/accounts/{account}')]
    public function update(
        string $account,
        ?int $connections = null,
        ?int $defaultSeats = null,
        ?int $defaultMinutes = null,
        ?int $graceMinutes = null,
    ): DataResponse {
        $known = $this->accounts->named($account) ?? throw Problem::notFound('no_such_account');
        $wrong = $this->terms->keep($known->key, [
            'connections' => $connections,
            'defaultSeats' => $defaultSeats,
            'defaultMinutes' => $defaultMinutes,
            'graceMinutes' => $graceMinutes,
        ]);
        if ($wrong !== []) {
            throw Problem::invalid('terms_invalid');
        }

        return new DataResponse($this->gauges->of($this->accounts->named($known->key) ?? $known));
    }
}
