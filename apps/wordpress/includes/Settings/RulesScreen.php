<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Settings;

use Bluebridge\WordPress\Admin\AdminForms;
use Bluebridge\WordPress\BuiltFiles;
use Bluebridge\WordPress\Http\Sent;
use Bluebridge\WordPress\Module;
use Bluebridge\WordPress\Policies\Policies;
use Bluebridge\WordPress\Policies\PolicyStore;
use Bluebridge\WordPress\Rooms\Rights;
use Bluebridge\WordPress\Rooms\RoomType;

/**
 * The screen on which an administrator says what holds for all rooms, and makes presets: of a site, or of
 * all sites of a network.
 */
final class RulesScreen implements Module
{
    private const SLUG = 'bluebridge-rules';

    public function __construct(
        private readonly bool $isOfNetwork,
        private readonly PolicyStore $policies,
        private readonly Presets $presets,
        private readonly BuiltFiles $builtFiles,
    ) {
    }

    public function register(): void
    {
        if ($this->isOfNetwork && !is_multisite()) {
            return;
        }
        add_action($this->isOfNetwork ? 'network_admin_menu' : 'admin_menu', $this->addPage(...));
        add_action("admin_post_{$this->action('policies')}", $this->keepPolicies(...));
        add_action("admin_post_{$this->action('preset')}", $this->keepPreset(...));
        add_action("admin_post_{$this->action('preset_removal')}", $this->removePreset(...));
    }

    private function action(string $deed): string
    {
        return 'bluebridge_' . ($this->isOfNetwork ? 'network_' : '') . $deed;
    }

    private function right(): string
    {
        return $this->isOfNetwork ? 'manage_network_options' : Rights::MANAGE;
    }

    private function address(string $preset = ''): string
    {
        $page = ['page' => self::SLUG] + ($preset === '' ? [] : ['preset' => $preset]);

        return $this->isOfNetwork
            ? add_query_arg($page, network_admin_url('settings.php'))
            : add_query_arg(['post_type' => RoomType::NAME] + $page, admin_url('edit.php'));
    }

    private function addPage(): void
    {
        $title = __('Rules and presets', 'bluebridge');
        $parent = $this->isOfNetwork ? 'settings.php' : 'edit.php?post_type=' . RoomType::NAME;
        $label = $this->isOfNetwork ? __('Room rules', 'bluebridge') : $title;
        add_submenu_page($parent, $title, $label, $this->right(), self::SLUG, $this->show(...));
    }

    private function show(): void
    {
        $id = Sent::query('preset');
        $presets = $this->presets->at($this->isOfNetwork);
        $preset = $id === 'new' ? new Preset('new', '', [], [], $this->isOfNetwork) : $presets[$id] ?? null;
        $draft = get_transient($this->draftName());
        delete_transient($this->draftName());
        if ($preset !== null) {
            $form = $draft instanceof PresetForm && $draft->preset->id === $id ? $draft : null;
            $this->showPreset($form->preset ?? $preset, $form->problems ?? []);

            return;
        }
        $policies = $this->isOfNetwork ? $this->policies->ofNetwork() : $this->policies->ofSite();
        $view = [
            'isOfNetwork' => $this->isOfNetwork,
            'action' => $this->action('policies'),
            'removal' => $this->action('preset_removal'),
            'policies' => $policies,
            'network' => $this->isOfNetwork ? new Policies() : $this->policies->ofNetwork(),
            'roles' => $this->roles(),
            'presets' => array_values($presets),
            'networkPresets' => $this->isOfNetwork ? [] : array_values($this->presets->at(true)),
            'address' => fn (string $preset): string => $this->address($preset),
            'told' => AdminForms::told(),
        ];
        require $this->builtFiles->template('rules-screen');
    }

    /** @param array<string, string> $problems */
    private function showPreset(Preset $preset, array $problems): void
    {
        $view = [
            'action' => $this->action('preset'),
            'preset' => $preset,
            'groups' => PresetForm::groups($preset, $problems),
            'problems' => $problems,
            'back' => $this->address(),
        ];
        require $this->builtFiles->template('preset-screen');
    }

    private function keepPolicies(): void
    {
        AdminForms::guard($this->action('policies'), $this->right());
        $number = static fn (string $name): int => max(0, (int) Sent::field($name));
        $rooms = [];
        foreach (array_keys($this->roles()) as $role) {
            $most = Sent::field("rooms_{$role}");
            if ($most !== '' && ctype_digit($most)) {
                $rooms[$role] = (int) $most;
            }
        }
        $policies = new Policies(
            AdminForms::isTicked('may_record'),
            AdminForms::isTicked('must_wait'),
            $number('most_participants'),
            $number('most_minutes'),
            $rooms,
        );
        $this->policies->keep($policies, $this->isOfNetwork);
        $text = __('Saved. This applies to all rooms from now on.', 'bluebridge');
        AdminForms::goBack($this->address(), ['works' => true, 'text' => $text]);
    }

    private function keepPreset(): void
    {
        AdminForms::guard($this->action('preset'), $this->right());
        $id = Sent::field('preset');
        if ($id !== 'new' && !isset($this->presets->at($this->isOfNetwork)[$id])) {
            AdminForms::goBack($this->address(), ['works' => false, 'text' => __('There is no such preset.', 'bluebridge')]);
        }
        $form = PresetForm::read($id, $this->isOfNetwork, Sent::exactly(...));
        if ($form->problems !== []) {
            // What was typed is shown again, with what is wrong.
            set_transient($this->draftName(), $form, MINUTE_IN_SECONDS);
            wp_safe_redirect($this->address($id), 303);
            exit;
        }
        $typed = $form->preset;
        $kept = $id === 'new' ? bin2hex(random_bytes(6)) : $id;
        $this->presets->keep(new Preset($kept, $typed->name, $typed->values, $typed->locked, $this->isOfNetwork));
        AdminForms::goBack($this->address(), ['works' => true, 'text' => __('The preset is saved.', 'bluebridge')]);
    }

    private function removePreset(): void
    {
        AdminForms::guard($this->action('preset_removal'), $this->right());
        $this->presets->remove(Sent::field('preset'), $this->isOfNetwork);
        $text = __('The preset is deleted. Its rooms keep their settings.', 'bluebridge');
        AdminForms::goBack($this->address(), ['works' => true, 'text' => $text]);
    }

    /** @return array<string, string> names by ids, of the roles that may have rooms */
    private function roles(): array
    {
        $roles = [];
        foreach (wp_roles()->role_objects as $id => $role) {
            $isFree = $role->has_cap(Rights::MANAGE);
            if ($role->has_cap(Rights::EDIT) && !$isFree) {
                $roles[(string) $id] = translate_user_role(wp_roles()->role_names[$id] ?? $id);
            }
        }

        return $roles;
    }

    private function draftName(): string
    {
        return 'bluebridge_preset_draft_' . get_current_user_id();
    }
}
