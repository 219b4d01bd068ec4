import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from 'vitest';
import { Avatar } from './avatar';

describe('an avatar', () => {
  it('shows initials until its picture is there', async () => {
    const { avatar, image, tell } = await setUp('/api/v1/avatars/a');
    expect(avatar.textContent.trim()).toBe('NW');
    await tell('load');
    expect(avatar.textContent.trim()).toBe('');
    expect(image()?.classList).toContain('shown');
    expect(image()?.alt).toBe('');
  });

  it('keeps the initials where the picture cannot be had', async () => {
    const { avatar, image, tell } = await setUp('/api/v1/avatars/gone');
    await tell('error');
    expect(avatar.textContent.trim()).toBe('NW');
    expect(image()?.classList).not.toContain('shown');
  });

  it('shows a picture at once that was loaded before, and begins anew with another', async () => {
    const first = await setUp('/api/v1/avatars/b');
    await first.tell('load');
    TestBed.resetTestingModule();
    const { avatar, set } = await setUp('/api/v1/avatars/b');
    expect(avatar.textContent.trim()).toBe('');
    await set('/api/v1/avatars/c');
    expect(avatar.textContent.trim()).toBe('NW');
    await set(null);
    expect(avatar.querySelector('img')).toBeNull();
  });

  async function setUp(picture: string | null) {
    const fixture = TestBed.createComponent(Avatar);
    const set = async (next: string | null) => {
      fixture.componentRef.setInput('picture', next);
      await fixture.whenStable();
    };
    fixture.componentRef.setInput('name', 'Nora Whitfield');
    fixture.componentRef.setInput('id', 'u-nora');
    await set(picture);
    const avatar = fixture.nativeElement as HTMLElement;
    const image = () => avatar.querySelector('img');
    const tell = async (type: 'load' | 'error') => {
      image()?.dispatchEvent(new Event(type));
      await fixture.whenStable();
    };
    return { avatar, image, tell, set };
  }
});
