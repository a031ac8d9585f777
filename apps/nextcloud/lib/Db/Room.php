<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Db;

use OCP\AppFramework\Db\Entity;
use OCP\DB\Types;

/**
 * A room of this Nextcloud. Times are epoch ms, 0 for never.
 *
 * @method string getToken() what its public address ends in
 * @method void setToken(string $token)
 * @method string getMeetingId() what the server knows it by; for all its meetings the same
 * @method void setMeetingId(string $meetingId)
 * @method string getOwnerId()
 * @method void setOwnerId(string $ownerId)
 * @method string getName()
 * @method void setName(string $name)
 * @method string getSettings() JSON, by the names of `SettingTable`
 * @method void setSettings(string $settings)
 * @method string|null getPreset() id of the preset it has
 * @method void setPreset(?string $preset)
 * @method bool|null getLoginRequired() whether guests stay out, whatever the settings say
 * @method void setLoginRequired(bool $loginRequired)
 * @method string|null getViewerCode() hash
 * @method void setViewerCode(?string $viewerCode)
 * @method string|null getModeratorCode() hash
 * @method void setModeratorCode(?string $moderatorCode)
 * @method bool|null getAdHoc() whether it was made for one call
 * @method void setAdHoc(bool $adHoc)
 * @method int getArchivedAt()
 * @method void setArchivedAt(int $archivedAt)
 * @method int getCreatedAt()
 * @method void setCreatedAt(int $createdAt)
 * @method int getOpenedAt() when a meeting was last opened in it
 * @method void setOpenedAt(int $openedAt)
 * @method string|null getServer() id of the server it meets on; null until it is opened
 * @method void setServer(?string $server)
 */
final class Room extends Entity
{
    protected ?string $token = null;
    protected ?string $meetingId = null;
    protected ?string $ownerId = null;
    protected ?string $name = null;
    protected ?string $settings = null;
    protected ?string $preset = null;
    protected ?bool $loginRequired = null;
    protected ?string $viewerCode = null;
    protected ?string $moderatorCode = null;
    protected ?bool $adHoc = null;
    protected int $archivedAt = 0;
    protected int $createdAt = 0;
    protected int $openedAt = 0;
    protected ?string $server = null;

    public function __construct()
    {
        foreach (['token', 'meetingId', 'ownerId', 'name', 'preset', 'viewerCode', 'moderatorCode', 'server'] as $column) {
            $this->addType($column, Types::STRING);
        }
        foreach (['archivedAt', 'createdAt', 'openedAt'] as $column) {
            $this->addType($column, Types::BIGINT);
        }
        $this->addType('settings', Types::TEXT);
        $this->addType('loginRequired', Types::BOOLEAN);
        $this->addType('adHoc', Types::BOOLEAN);
    }
}
