<?php

declare(strict_types=1);

namespace Bluebridge\WordPress;

/** The files of the plugin that browsers get, and its templates. */
final class BuiltFiles
{
    /** @param string $pluginFile path of the main file */
    public function __construct(private readonly string $pluginFile)
    {
    }

    /** Gives the folder of everything that was built. */
    public function folder(): string
    {
        return dirname($this->pluginFile) . '/build';
    }

    /** Gives the address of a built file, named from its folder. */
    public function url(string $name): string
    {
        return plugins_url("build/{$name}", $this->pluginFile);
    }

    /** Gives what changes with the content of a built script; null when it was not built. */
    public function version(string $script): ?string
    {
        $file = "{$this->folder()}/{$script}.asset.php";
        $asset = is_file($file) ? require $file : null;

        return is_array($asset) && is_string($asset['version'] ?? null) ? $asset['version'] : null;
    }

    /** Gives the path of a template. */
    public function template(string $name): string
    {
        return dirname($this->pluginFile) . "/templates/{$name}.php";
    }

    /**
     * Writes what a template shows.
     *
     * @param array<string, mixed> $view
     */
    public function write(string $template, array $view): string
    {
        ob_start();
        require $this->template($template);

        return (string) ob_get_clean();
    }
}
