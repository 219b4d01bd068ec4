/** By the name in it the card of a person is known. */
export const PERSON_NAME_ID = 'person-card-name';
