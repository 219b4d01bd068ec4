import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { clearTranslations, loadTranslations } from '@angular/localize';
import german from '../i18n/de.json';

/** The plurals of the client as its templates hold them. */
@Component({
  selector: 'parley-plurals',
  template: `
    <p i18n="@@unreadMessages">{count(), plural, =1 {1 unread message} other {{{ count() }} unread messages}}</p>
    <p i18n="@@suggestionCount">{count(), plural, =1 {1 suggestion} other {{{ count() }} suggestions}}</p>
    <p>
      <ng-container i18n="@@emojiFound">{count(), plural,
        =0 {Nothing is called that.}
        =1 {1 emoji}
        other {{{ count() }} emojis}
      }</ng-container>
    </p>
    <p i18n="@@codeLines">{count(), plural, =1 {1 line} other {{{ count() }} lines}}</p>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Plurals {
  readonly count = input.required<number>();
}

describe('German', () => {
  beforeAll(() => loadTranslations(german.translations));
  afterAll(() => clearTranslations());

  it.each([
    [0, ['0 ungelesene Nachrichten', '0 Vorschläge', 'Nichts heißt so.', '0 Zeilen']],
    [1, ['1 ungelesene Nachricht', '1 Vorschlag', '1 Emoji', '1 Zeile']],
    [2, ['2 ungelesene Nachrichten', '2 Vorschläge', '2 Emojis', '2 Zeilen']],
  ])('counts %i', async (count, sentences) => {
    const fixture = TestBed.createComponent(Plurals);
    fixture.componentRef.setInput('count', count);
    await fixture.whenStable();
    const shown = (fixture.nativeElement as HTMLElement).querySelectorAll('p');
    expect([...shown].map((each) => each.textContent.trim())).toEqual(sentences);
  });

  it('names one and many where code chooses between them', async () => {
    const { membersLabel } = await import('./rooms/room-names');
    expect([0, 1, 2].map(membersLabel)).toEqual(['0 Mitglieder', '1 Mitglied', '2 Mitglieder']);
  });

  it('has no straight quotation marks, and no three full stops', () => {
    const wrong = Object.values(german.translations).filter((text) => /["']|\.\.\./u.test(text));
    expect(wrong).toEqual([]);
  });
});
