<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Controller;

use OCA\Bluebridge\Server\ServerSettingsStore;
use OCP\AppFramework\Http\ContentSecurityPolicy;

/**
 * Lets the forms of a page lead to the meeting server. Browsers hold every redirect that follows a form
 * against the policy of its page, and behind one address there may be many servers.
 */
class JoinPolicy
{
    public function __construct(private readonly ServerSettingsStore $settings)
    {
    }

    public function forForms(): ContentSecurityPolicy
    {
        $policy = new ContentSecurityPolicy();
        $policy->addAllowedFormActionDomain('https:');
        foreach ($this->settings->all() as $server) {
            if (str_starts_with($server->endpoint, 'http:')) {
                $policy->addAllowedFormActionDomain('http:');
                break;
            }
        }

        return $policy;
    }

    /** Lets the page at a door count time in a worker besides: browsers hardly wake a page that nobody sees. */
    public function forDoor(): ContentSecurityPolicy
    {
        $policy = $this->forForms();
        $policy->addAllowedWorkerSrcDomain('blob:');

        return $policy;
    }
}
