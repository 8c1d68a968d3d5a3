// The one table of block types: their form, and how a new one begins.
import type { ComponentType } from 'react';
import type { Block } from '../../../api/types';
import { AccordionForm } from './AccordionForm';
import { ActionForm } from './ActionForm';
import { ContactForm } from './ContactForm';
import { FilesForm } from './FilesForm';
import type { BlockFormProps } from './form';
import { GalleryForm } from './GalleryForm';
import { ImageForm } from './ImageForm';
import { MapForm } from './MapForm';
import { TextForm } from './TextForm';
import { VideoForm } from './VideoForm';

interface BlockType {
  Form: ComponentType<BlockFormProps>;
  start: Omit<Block, 'type'>;
}

export const blockTypes: Record<Block['type'], BlockType> = {
  text: { Form: TextForm, start: { body_markdown: '' } },
  image: { Form: ImageForm, start: {} },
  gallery: { Form: GalleryForm, start: { items: [{}] } },
  files: { Form: FilesForm, start: { items: [{}] } },
  accordion: { Form: AccordionForm, start: { items: [{ title: '', body_markdown: '' }] } },
  map: { Form: MapForm, start: {} },
  video: { Form: VideoForm, start: {} },
  contact: { Form: ContactForm, start: {} },
  action: { Form: ActionForm, start: {} },
};

export const blockTypeNames = Object.keys(blockTypes) as Block['type'][];
export const mostBlocks = 40;
