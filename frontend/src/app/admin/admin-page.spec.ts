import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { AdminPage } from './admin-page';
import { aConnection, anInstance, aMonitor } from './testing';

const MONITOR = '/api/v1/admin/monitor';

describe('the admin\u2019s page', () => {
  it('sums the figures of all instances', async () => {
    const page = await shown(
      aMonitor({ instances: [anInstance({ sockets: 7 }), anInstance({ id: 'i-2', sockets: 5 })] }),
    );
    const figures = [...page.querySelectorAll('.figure dd:first-of-type')].map(({ textContent }) => textContent);
    expect(figures).toEqual(['12', '9', '60', '0']);
  });

  it('says of an unwell instance what is wrong with it', async () => {
    const page = await shown(aMonitor({ instances: [anInstance({ bus: 'degraded' })] }));
    expect(page.querySelector('.unwell .trouble')?.textContent).toContain('Redis does not answer');
  });

  it('lists connections with their person, instance and state', async () => {
    const page = await shown(aMonitor({ connections: [aConnection({ state: 'slow', waitingBytes: 151_552 })] }));
    const cells = [...page.querySelectorAll('tbody tr > *')].map(({ textContent }) => textContent.trim());
    expect(cells.slice(1)).toEqual(['Firefox on Linux', 'parley-1', '48 min', '18 ms', '148 KB', 'Slow reader']);
    expect(cells[0]).toContain('Nora Whitfield');
  });

  it('says so when nobody is connected', async () => {
    const page = await shown(aMonitor({ connections: [] }));
    expect(page.querySelector('tbody')?.textContent).toContain('Nobody is connected.');
  });

  async function shown(monitor: object): Promise<HTMLElement> {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    const fixture = TestBed.createComponent(AdminPage);
    fixture.detectChanges();
    const http = TestBed.inject(HttpTestingController);
    await vi.waitFor(() => http.expectOne(MONITOR).flush(monitor));
    fixture.detectChanges();
    return fixture.nativeElement as HTMLElement;
  }
});
