<?php

declare(strict_types=1);

// Generated from packages/core/src by `npm run pnpm -- generate`. Edits are lost.

namespace Bluebridge\Core\Catalogue;

/**
 * Parameters that open something or tell who a person is, and the settings of the browser client:
 * whatever else hosts hand to it may be about the person.
 */
final class MaskedParameters
{
    /** @var array<string, true> */
    public const NAMES = [
        'checksum' => true,
        'sessionToken' => true,
        'attendeePW' => true,
        'moderatorPW' => true,
        'groups' => true,
        'meta_secret-lrs-payload' => true,
        'fullName' => true,
        'password' => true,
        'userID' => true,
        'avatarURL' => true,
        'firstName' => true,
        'lastName' => true,
        'existingUserID' => true,
        'replaceSessionToken' => true,
        'sessionName' => true,
        'configToken' => true,
        'message' => true,
        'userName' => true,
        'comment' => true,
        'callbackURL' => true,
        'email' => true,
        'mp4ReadyCallbackUrl' => true,
    ];

    /** @var array<string, true> */
    public const KNOWN_USERDATA = [
        'userdata-bbb_ask_for_feedback_on_logout' => true,
        'userdata-bbb_auto_join_audio' => true,
        'userdata-bbb_client_title' => true,
        'userdata-bbb_force_listen_only' => true,
        'userdata-bbb_listen_only_mode' => true,
        'userdata-bbb_skip_check_audio' => true,
        'userdata-bbb_skip_check_audio_on_first_join' => true,
        'userdata-bbb_skip_echotest_if_previous_device' => true,
        'userdata-bbb_override_default_locale' => true,
        'userdata-bbb_direct_leave_button' => true,
        'userdata-bbb_parent_room_moderator' => true,
        'userdata-bbb_record_permission' => true,
        'userdata-bbb_record_permission_tooltip' => true,
        'userdata-bbb_show_session_details_on_join' => true,
        'userdata-bbb_display_branding_area' => true,
        'userdata-bbb_shortcuts' => true,
        'userdata-bbb_auto_share_webcam' => true,
        'userdata-bbb_preferred_camera_profile' => true,
        'userdata-bbb_enable_video' => true,
        'userdata-bbb_record_video' => true,
        'userdata-bbb_skip_video_preview' => true,
        'userdata-bbb_skip_video_preview_on_first_join' => true,
        'userdata-bbb_skip_video_preview_if_previous_device' => true,
        'userdata-bbb_mirror_own_webcam' => true,
        'userdata-bbb_fullaudio_bridge' => true,
        'userdata-bbb_transparent_listen_only' => true,
        'userdata-bbb_force_restore_presentation_on_new_events' => true,
        'userdata-bbb_multi_user_pen_only' => true,
        'userdata-bbb_presenter_tools' => true,
        'userdata-bbb_multi_user_tools' => true,
        'userdata-bbb_initial_selected_tool' => true,
        'userdata-bbb_custom_style' => true,
        'userdata-bbb_custom_style_url' => true,
        'userdata-bbb_prefer_dark_theme' => true,
        'userdata-bbb_auto_swap_layout' => true,
        'userdata-bbb_hide_presentation' => true,
        'userdata-bbb_hide_presentation_on_join' => true,
        'userdata-bbb_show_participants_on_login' => true,
        'userdata-bbb_show_public_chat_on_login' => true,
        'userdata-bbb_hide_nav_bar' => true,
        'userdata-bbb_hide_actions_bar' => true,
        'userdata-bbb_default_layout' => true,
        'userdata-bbb_hide_notifications' => true,
        'userdata-bbb_hide_controls' => true,
        'userdata-bbb_hide_sidebar_navigation' => true,
    ];
}
