// What the editor's packages look like, as far as the blocks use them. WordPress brings the packages
// themselves; their own types would bring most of the editor into node_modules.

declare module '*.css';

declare module '@wordpress/api-fetch' {
  export default function apiFetch<Reply>(request: {
    readonly path: string;
    readonly method?: string;
    readonly data?: unknown;
  }): Promise<Reply>;
}

declare module '@wordpress/blocks' {
  import type { ShortcodeAttributes } from '@wordpress/shortcode';
  import type { ComponentType } from 'react';

  export interface Block {
    readonly name: string;
  }

  /** How a block comes from something else. */
  export type Transform =
    | {
        readonly type: 'shortcode';
        readonly tag: string;
        readonly isMatch: (given: ShortcodeAttributes) => boolean;
        readonly transform: (given: ShortcodeAttributes) => Block[];
      }
    | {
        readonly type: 'block';
        readonly blocks: readonly string[];
        readonly isMatch: (attributes: { readonly text: string }) => boolean;
        readonly transform: (attributes: { readonly text: string }) => Block[];
      };

  export function createBlock(name: string, attributes: Record<string, unknown>): Block;

  export interface BlockEditProps<Attributes> {
    readonly attributes: Attributes;
    readonly setAttributes: (attributes: Partial<Attributes>) => void;
  }

  export function registerBlockType<Attributes>(
    name: string,
    settings: {
      readonly edit: ComponentType<BlockEditProps<Attributes>>;
      readonly save: () => null;
      readonly transforms?: { readonly from: readonly Transform[] };
    },
  ): void;
}

declare module '@wordpress/block-editor' {
  import type { ComponentType, HTMLAttributes, ReactNode } from 'react';

  type Slot = ComponentType<{ readonly children: ReactNode }>;
  export const BlockControls: Slot;
  export const InspectorControls: Slot;
  export function useBlockProps(props?: HTMLAttributes<HTMLElement>): HTMLAttributes<HTMLElement>;
}

declare module '@wordpress/components' {
  import type { ComponentType, ReactNode } from 'react';

  interface Field {
    readonly label: string;
    readonly help?: string;
    readonly __nextHasNoMarginBottom: true;
  }

  export const Button: ComponentType<{
    readonly variant?: 'primary' | 'secondary' | 'tertiary';
    readonly isDestructive?: boolean;
    readonly 'aria-label'?: string;
    readonly type?: 'submit' | 'button';
    readonly isBusy?: boolean;
    readonly disabled?: boolean;
    readonly onClick?: () => void;
    readonly children: ReactNode;
  }>;
  export const ComboboxControl: ComponentType<
    Field & {
      readonly value: string | null;
      readonly options: readonly { readonly value: string; readonly label: string }[];
      readonly onFilterValueChange: (text: string) => void;
      readonly onChange: (value: string | null | undefined) => void;
      readonly __next40pxDefaultSize: true;
    }
  >;
  export const Notice: ComponentType<{
    readonly status: 'error' | 'warning' | 'info';
    readonly isDismissible?: boolean;
    readonly onRemove?: () => void;
    readonly children: ReactNode;
  }>;
  export const PanelBody: ComponentType<{
    readonly title: string;
    readonly initialOpen?: boolean;
    readonly children: ReactNode;
  }>;
  export const Placeholder: ComponentType<{
    readonly icon: string;
    readonly label: string;
    readonly instructions: string;
    readonly children: ReactNode;
  }>;
  export const RangeControl: ComponentType<
    Field & {
      readonly value: number;
      readonly min: number;
      readonly max: number;
      readonly onChange: (value: number | undefined) => void;
      readonly __next40pxDefaultSize: true;
    }
  >;
  export const SelectControl: ComponentType<
    Field & {
      readonly value: string;
      readonly options: readonly { readonly value: string; readonly label: string }[];
      readonly onChange: (value: string) => void;
      readonly disabled?: boolean;
      readonly __next40pxDefaultSize: true;
    }
  >;
  export const Spinner: ComponentType;
  export const TextControl: ComponentType<
    Field & {
      readonly value: string;
      readonly onChange: (value: string) => void;
      readonly required?: boolean;
      readonly minLength?: number;
      readonly maxLength?: number;
      readonly type?: 'text' | 'number' | 'url' | 'datetime-local';
      readonly min?: number;
      readonly max?: number;
      readonly disabled?: boolean;
      readonly __next40pxDefaultSize: true;
    }
  >;
  export const TextareaControl: ComponentType<
    Field & {
      readonly value: string;
      readonly onChange: (value: string) => void;
      readonly maxLength?: number;
      readonly disabled?: boolean;
    }
  >;
  export const ToggleControl: ComponentType<
    Field & {
      readonly checked: boolean;
      readonly onChange: (value: boolean) => void;
      readonly disabled?: boolean;
    }
  >;
  export const CheckboxControl: ComponentType<
    Field & { readonly checked: boolean; readonly onChange: (value: boolean) => void }
  >;
  export const Panel: ComponentType<{ readonly children: ReactNode }>;
  export const ToolbarButton: ComponentType<{
    readonly onClick: () => void;
    readonly children: ReactNode;
  }>;
  export const ToolbarGroup: ComponentType<{ readonly children: ReactNode }>;
}

declare module '@wordpress/element' {
  import type { ComponentType, ReactNode } from 'react';

  /** Takes HTML as its only child. */
  export const RawHTML: ComponentType<{ readonly children: string }>;
  export function createRoot(element: Element): { render(what: ReactNode): void };
  export { type FormEvent, useEffect, useState } from 'react';
}

declare module '@wordpress/i18n' {
  export function __(text: string, domain: 'bluebridge'): string;
  export function sprintf(text: string, ...values: readonly (string | number)[]): string;
}

declare module '@wordpress/data' {
  type Select = (store: 'core/block-editor') => {
    readonly getSettings: () => Readonly<Record<string, unknown>>;
  };
  export function useSelect<Result>(
    read: (select: Select) => Result,
    changesWith: readonly unknown[],
  ): Result;
}

declare module '@wordpress/shortcode' {
  export interface ShortcodeAttributes {
    readonly named: Readonly<Record<string, string | undefined>>;
    readonly numeric: readonly string[];
  }
  export function next(
    tag: string,
    text: string,
  ): { readonly shortcode: { readonly attrs: ShortcodeAttributes } } | undefined;
}
